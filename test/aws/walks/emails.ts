/** The emails that the emulation's SES took. */
interface Taken {
  readonly Source: string;
  readonly RawData?: string;
}

/** Those to one person, oldest first, as their raw text. */
export async function emailsTo(personId: string): Promise<string[]> {
  return (await allEmails()).filter((raw) => raw.includes(`X-Away-Person: ${personId}`));
}

/** All of them, oldest first. */
export async function allEmails(): Promise<string[]> {
  const answer = await fetch(`${process.env.AWS_ENDPOINT_URL}/_aws/ses`);
  const { messages } = (await answer.json()) as { messages: Taken[] };
  return messages.map(({ RawData = '' }) => RawData);
}
