import type { Beside } from './control.ts'

/** Chapters and items that ask for nothing here. */
export const beside: readonly Beside[] = [
  { id: '6.2', why: 'There is no password: coordinators sign in at Cloudflare Access, members have a link.' },
  {
    id: '9',
    why: 'Recueil makes no self-contained token; that of Google is made for Google and never shown.',
  },
  { id: '10', why: 'Recueil is no OAuth client of its users nor a server of one.' },
  { id: '17', why: 'There is no WebRTC.' },
  { id: '8.4.1', why: 'One installation serves one group.' },
  { id: '1.3.5', why: 'There is no Markdown and no other markup: text is text.' },
]
