import type { Locale } from '@repere/db/vocabulary/locale.ts'

/** A mail, rendered. */
export interface Letter {
  template: string
  locale: Locale
  subject: string
  text: string
  html: string
  /** What the list of notifications says of it, and the page it opens. */
  gist: { line: string; path: string }
  /** For the calendar of whoever receives it: put there, or taken out. */
  calendar?: { method: 'REQUEST' | 'CANCEL'; content: string }
  /** Where mail programs say that the person wants no more of this kind. */
  unsubscribe?: string
}

/** A part with a heading of its own: lines, some of which lead somewhere, and links below them. */
export interface LetterSection {
  heading: string
  lines: readonly { text: string; url?: string }[]
  links: readonly { label: string; url: string }[]
}

export interface LetterParts {
  template: string
  locale: Locale
  subject: string
  /** What the page is headed by; the subject, unless it says more than a heading should. */
  title?: string
  greeting?: string
  /** What matters first: a deadline, in words. */
  deadline?: string
  paragraphs: string[]
  /** Facts as a short table: a label, and words that may run over several lines. */
  rows?: readonly (readonly [label: string, words: string])[]
  sections?: readonly LetterSection[]
  /** The one button. It opens a page and changes nothing: scanners open links too. */
  action?: { label: string; url: string }
  /** Said small, under the button. */
  note?: string
  /** Why the person receives this. */
  because: string
}

const signature: Record<Locale, string> = {
  fr: 'Repère, le registre des coordinations d’intimité et d’écoproduction',
  en: 'Repère, the registry of intimacy and eco-production coordinators',
}

/** Lays out text and HTML that say the same, in the same order. Every part is escaped. */
export const writeLetter = (parts: LetterParts): Letter => ({
  template: parts.template,
  locale: parts.locale,
  subject: parts.subject.replaceAll(/[\r\n]+/g, ' '),
  text: layOutText(parts),
  html: layOutHtml(parts),
  gist: { line: parts.paragraphs[0] ?? '', path: parts.action ? plainPath(parts.action.url) : '/' },
})

/** The path of a page whatever its language, without what follows the `?`. */
const plainPath = (url: string): string => {
  const { pathname, hash } = new URL(url)
  return `${pathname.replace(/^\/en(?=\/|$)/, '') || '/'}${hash}`
}

/** The same letter with one more line at its foot: a link, in words. */
export const withFootLink = (letter: Letter, label: string, url: string): Letter => ({
  ...letter,
  text: `${letter.text}\n\n${label}${letter.locale === 'fr' ? '\u00a0' : ''}:\n${url}`,
  html: letter.html.replace(
    ending,
    `<p style="margin:12px 0 0;font-size:13px"><a href="${escapeHtml(url)}" style="color:#665e54">${escapeHtml(label)}</a></p>\n${ending}`,
  ),
})

const layOutText = ({
  locale,
  title,
  greeting,
  deadline,
  paragraphs,
  rows = [],
  sections = [],
  action,
  note,
  because,
}: LetterParts) => {
  const width = Math.max(0, ...rows.map(([label]) => label.length)) + 3
  const table = rows.map(
    ([label, words]) => label.padEnd(width) + words.replaceAll('\n', `\n${' '.repeat(width)}`),
  )
  return [
    ...(title ? [title] : []),
    ...(deadline ? [deadline] : []),
    ...(greeting ? [greeting] : []),
    ...paragraphs,
    ...(table.length > 0 ? [table.join('\n')] : []),
    ...sections.map((section) => sectionText(section, locale)),
    ...(action ? [`${action.label}${locale === 'fr' ? '\u00a0' : ''}:\n${action.url}`] : []),
    ...(note ? [note] : []),
    `--\n${because}\n${signature[locale]}`,
  ].join('\n\n')
}

const ending = '</div>\n</body>\n</html>\n'

const layOutHtml = ({
  locale,
  subject,
  title,
  greeting,
  deadline,
  paragraphs,
  rows = [],
  sections = [],
  action,
  note,
  because,
}: LetterParts) =>
  `<!doctype html>
<html lang="${locale}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${escapeHtml(subject)}</title></head>
<body style="margin:0;background:#f2ede3;color:#1e1a16;font:16px/1.55 'Instrument Sans',Arial,sans-serif">
<div style="max-width:520px;margin:0 auto;padding:32px 32px 24px;background:#fffefb">
${floorMark}
<h1 style="font:450 27px/1.2 Newsreader,Georgia,serif;margin:0 0 16px">${escapeHtml(title ?? subject)}</h1>
${[...(greeting ? [greeting] : []), ...paragraphs].map((words) => `<p style="margin:0 0 14px">${escapeHtml(words)}</p>`).join('\n')}
${deadline ? `<p style="margin:20px 0;padding:14px 16px;border:1px solid #ad720a;background:#fcf4e1;color:#774a00;font-weight:600">${escapeHtml(deadline)}</p>` : ''}
${rows.length > 0 ? `<table style="width:100%;border-collapse:collapse;margin:8px 0 20px">${rows.map(layOutRow).join('\n')}</table>` : ''}
${sections.map(sectionHtml).join('\n')}${
  action
    ? `<p style="margin:24px 0 12px"><a href="${escapeHtml(action.url)}" style="display:block;background:#5e2449;color:#fffaf5;padding:14px 22px;border-radius:4px;text-align:center;text-decoration:none;font-weight:600">${escapeHtml(action.label)}</a></p>
<p style="margin:0 0 20px;font-size:13px;color:#665e54;word-break:break-all">${escapeHtml(action.url)}</p>`
    : ''
}
${note ? `<p style="margin:0 0 20px;font-size:13px;color:#665e54">${escapeHtml(note)}</p>` : ''}
<p style="border-top:1px solid #e1d9cb;padding-top:16px;font-size:13px;color:#665e54;margin:0">${escapeHtml(because)}<br>${escapeHtml(signature[locale])}</p>
${ending}`

const sectionText = ({ heading, lines, links }: LetterSection, locale: Locale) =>
  [
    heading,
    ...lines.flatMap(({ text, url }) => [`- ${text}`, ...(url ? [`  ${url}`] : [])]),
    ...links.map(({ label, url }) => `${label}${locale === 'fr' ? '\u00a0' : ''}: ${url}`),
  ].join('\n')

const sectionHtml = ({ heading, lines, links }: LetterSection) =>
  `<div style="margin:0 0 20px;padding-top:14px;border-top:1px solid #1e1a16">
<h2 style="font:500 19px/1.3 Newsreader,Georgia,serif;margin:0 0 8px">${escapeHtml(heading)}</h2>
${lines.map(({ text, url }) => `<p style="margin:0 0 4px">${url ? link(text, url, '#1e1a16') : escapeHtml(text)}</p>`).join('\n')}
${links.length > 0 ? `<p style="margin:8px 0 0;font-size:13px">${links.map(({ label, url }) => link(label, url, '#665e54')).join(' · ')}</p>` : ''}
</div>`

const link = (text: string, url: string, color: string) =>
  `<a href="${escapeHtml(url)}" style="color:${color}">${escapeHtml(text)}</a>`

/** The mark as two coloured cells: mail programs block pictures. */
const floorMark = `<table role="presentation" cellpadding="0" cellspacing="0" style="margin:0 0 24px"><tr>
<td style="padding-right:12px"><div style="width:16px;height:5px;background:#5e2449;font-size:0">&nbsp;</div><div style="width:5px;height:10px;margin-left:5px;background:#1d5140;font-size:0">&nbsp;</div></td>
<td style="font:500 20px/1 Newsreader,Georgia,serif">Repère</td></tr></table>`

const layOutRow = ([label, words]: readonly [string, string]) =>
  `<tr style="border-bottom:1px solid #e1d9cb"><td style="padding:9px 12px 9px 0;color:#665e54;vertical-align:top;white-space:nowrap">${escapeHtml(label)}</td><td style="padding:9px 0">${escapeHtml(words).replaceAll('\n', '<br>')}</td></tr>`

const entities: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

const escapeHtml = (text: string) =>
  text.replaceAll(/[&<>"']/g, (character) => entities[character] ?? character)

/** The address of a page in the person's language: French at the root, English under `/en`. */
export const pageUrl = (origin: string, locale: Locale, path: string): string =>
  `${origin}${locale === 'en' ? '/en' : ''}${path}`
