import type { Locale } from '@repere/db/vocabulary/locale.ts'

/** A mail, rendered. */
export interface Letter {
  template: string
  locale: Locale
  subject: string
  text: string
  html: string
}

export interface LetterParts {
  template: string
  locale: Locale
  subject: string
  /** What matters first: a deadline, in words. */
  deadline?: string
  paragraphs: string[]
  /** The one button. It opens a page and changes nothing: scanners open links too. */
  action?: { label: string; url: string }
  /** Why the person receives this. */
  because: string
}

const signature: Record<Locale, string> = {
  fr: 'Repère, le registre des coordinations d’intimité et d’écoproduction',
  en: 'Repère, the registry of intimacy and eco-production coordinators',
}

/** Lays out text and HTML that say the same, in the same order. Every part is escaped. */
export const writeLetter = ({
  template,
  locale,
  subject,
  deadline,
  paragraphs,
  action,
  because,
}: LetterParts): Letter => ({
  template,
  locale,
  subject: subject.replaceAll(/[\r\n]+/g, ' '),
  text: [
    ...(deadline ? [deadline] : []),
    ...paragraphs,
    ...(action ? [`${action.label}${locale === 'fr' ? '\u00a0' : ''}:\n${action.url}`] : []),
    `--\n${because}\n${signature[locale]}`,
  ].join('\n\n'),
  html: `<!doctype html>
<html lang="${locale}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${escapeHtml(subject)}</title></head>
<body style="margin:0;background:#faf7f1;color:#1e1a16;font:16px/1.55 'Instrument Sans',Helvetica,Arial,sans-serif">
<div style="max-width:560px;margin:0 auto;padding:32px 24px">
<p style="font:500 22px/1.2 Newsreader,Georgia,serif;margin:0 0 24px">Repère</p>
${deadline ? `<p style="color:#774a00;font-weight:600;margin:0 0 12px">${escapeHtml(deadline)}</p>` : ''}
<h1 style="font:450 26px/1.2 Newsreader,Georgia,serif;margin:0 0 16px">${escapeHtml(subject)}</h1>
${paragraphs.map((words) => `<p style="margin:0 0 16px">${escapeHtml(words)}</p>`).join('\n')}
${
  action
    ? `<p style="margin:24px 0"><a href="${escapeHtml(action.url)}" style="display:inline-block;background:#20262f;color:#f8f4ec;padding:13px 22px;border-radius:4px;text-decoration:none;font-weight:600">${escapeHtml(action.label)}</a></p>
<p style="margin:0 0 24px;font-size:13px;color:#665e54;word-break:break-all">${escapeHtml(action.url)}</p>`
    : ''
}
<p style="border-top:1px solid #e1d9cb;padding-top:16px;font-size:13px;color:#665e54;margin:24px 0 0">${escapeHtml(because)}<br>${escapeHtml(signature[locale])}</p>
</div>
</body>
</html>
`,
})

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
