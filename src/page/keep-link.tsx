import type { Locale } from '../form/text.ts'
import { CopyButton } from './copy-button.tsx'
import { word } from './words.ts'

type Props = {
  readonly title: string
  readonly why: string
  /** Of the message in which somebody sends it to themselves. */
  readonly subject: string
  readonly link: string
  readonly locale: Locale
}

/** A link to keep, to copy or to send to oneself. */
export function KeepLink({ title, why, subject, link, locale }: Props) {
  const mail = `mailto:?subject=${encodeURIComponent(subject)}&body=${encodeURIComponent(link)}`
  const chat = `https://wa.me/?text=${encodeURIComponent(`${subject} ${link}`)}`
  return (
    <section class="keep" aria-labelledby="page-lien-titre">
      <h2 id="page-lien-titre">{title}</h2>
      <p id="page-lien-aide">{why}</p>
      <input
        type="text"
        readonly
        value={link}
        id="page-lien"
        aria-labelledby="page-lien-titre"
        aria-describedby="page-lien-aide"
      />
      <p class="actions">
        <CopyButton of="page-lien" locale={locale} />
        <a href={mail}>{word(locale, 'byMail')}</a>
        <a href={chat} rel="noreferrer">
          {word(locale, 'byWhatsApp')}
        </a>
      </p>
    </section>
  )
}
