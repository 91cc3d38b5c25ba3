/** What an older or missing table answers, as the sentence an operator needs. Everything else is thrown on as it is. */
export function orOlderTable(tableName: string): (error: unknown) => never {
  return (error) => {
    const { name = '', message = '' } = error instanceof Error ? error : {};
    if (name === 'ResourceNotFoundException') {
      throw new Error(`There is no table ${tableName}. Deploy the data stack first.`);
    }
    if (name === 'ValidationException' && /index/i.test(message)) {
      throw new Error(
        `The table ${tableName} lacks an index of this release. Deploy the data stack, wait until its indexes are active, then deploy the rest.`,
      );
    }
    throw error;
  };
}
