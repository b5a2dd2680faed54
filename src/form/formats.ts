import type { TextFormat } from './definition/index.ts'

// One @, a dotted domain of any script, nothing that a mail header or a list would split.
const email =
  /^[^\s@<>()[\]\\,;:"]{1,64}@([\p{L}\p{N}]([\p{L}\p{N}-]{0,61}[\p{L}\p{N}])?\.)+\p{L}[\p{L}\p{N}-]{0,61}[\p{L}\p{N}]$/u
// Mobile and fixed numbers of Senegal (artp.sn, national numbering plan), with or without the country's code.
const senegal = /^(\+221)?(7[05678]|33)\d{7}$/
// ITU-T E.164: at most fifteen digits.
const international = /^\+[1-9]\d{6,14}$/
const web = /^https?:\/\/[^\s/?#@:]+\.[^\s/?#@:]+(:\d+)?([/?#]\S*)?$/i

/** Whether a text is an address of this kind. It is kept as it was typed. */
export function hasFormat(text: string, format: TextFormat): boolean {
  switch (format) {
    case 'email':
      return email.test(text) && !/^\.|\.\.|\.@/.test(text)
    case 'tel':
      return isPhone(text.replace(/[\s.()-]/g, '').replace(/^00/, '+'))
    case 'url':
      return web.test(text) && URL.canParse(text)
  }
}

const isPhone = (digits: string): boolean =>
  senegal.test(digits) || (!digits.startsWith('+221') && international.test(digits))
