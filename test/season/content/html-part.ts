/** The HTML of an email beside its text: a reader of either is told the same days, hosts, and links. */

const DAY = /\b(?:Sun|Mon|Tue|Wed|Thu|Fri|Sat), [A-Z][a-z]{2} \d{1,2}\b/g;
const LINK = /<a [^>]*href="([^"]*)"[^>]*>(.*?)<\/a>/gs;
const LABELED = /^(?:- )?(.*):\n((?:https|mailto):\S+)$/gm;

/** @param hosts every name that the email may give */
export function differencesOf(text: string, html: string, hosts: readonly string[]): string[] {
  const seen = wordsOf(html.replace(/<(style|title)>.*?<\/\1>/gs, ''));
  // An address inside a sentence is its own label; the text gives it as it is.
  const links = [...html.matchAll(LINK)]
    .filter(
      ([, url = '', label = '']) => wordsOf(label) !== wordsOf(url) || !text.includes(wordsOf(url)),
    )
    .map(([, url = '', label = '']) => pair(label, url));
  const inText = [...text.matchAll(LABELED)].map(([, label = '', url = '']) => pair(label, url));
  const isGiven = (name: string) => [text.includes(name), seen.includes(wordsOf(name))];
  return [
    ...different('a day', text.match(DAY) ?? [], seen.match(DAY) ?? []),
    ...different('a link', inText, links),
    ...(inText[0] === links[0] ? [] : [`another button: ${inText[0]} in the text, ${links[0]}`]),
    ...hosts
      .filter((name) => isGiven(name)[0] !== isGiven(name)[1])
      .map((name) => `a host: ${name}`),
  ];
}

function different(what: string, one: readonly string[], other: readonly string[]): string[] {
  const lone = [...one, ...other].filter((each) => one.includes(each) !== other.includes(each));
  return [...new Set(lone)].map((each) => `${what}: ${each}`);
}

function pair(label: string, url: string): string {
  return `${wordsOf(label)} → ${wordsOf(url)}`;
}

function wordsOf(html: string): string {
  return html
    .replace(/<[^>]+>/g, ' ')
    .replaceAll('&#39;', "'")
    .replaceAll('&quot;', '"')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&')
    .replace(/\s+/g, ' ')
    .trim();
}
