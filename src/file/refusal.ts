import type { Text } from '../form/text.ts'
import { type Problem, problem } from '../problem.ts'

const reasons = {
  tooLong: {
    fr: 'Le fichier dépasse 10 Mo\u00a0: réduisez ses images, puis envoyez-le de nouveau.',
    en: 'The file is over 10 MB: make its pictures smaller, then send it again.',
  },
  wrongKind: {
    fr: 'Ce fichier n’est ni un PDF ni un document Word (.docx).',
    en: 'This file is neither a PDF nor a Word document (.docx).',
  },
  damaged: {
    fr: 'Une image de ce document Word ne peut pas être lue\u00a0: ouvrez-le dans votre traitement de texte, enregistrez-le, puis envoyez-le de nouveau.',
    en: 'A picture of this Word document cannot be read: open it in your word processor, save it, then send it again.',
  },
  tooLongUnpacked: {
    fr: 'Les images de ce document Word dépassent 20 Mo une fois décompressées\u00a0: réduisez-les, puis envoyez-le de nouveau.',
    en: 'The pictures of this Word document are over 20 MB once unpacked: make them smaller, then send it again.',
  },
  signed: {
    fr: 'Ce document est signé et ses photos disent où elles ont été prises. Le retirer ici romprait la signature\u00a0: retirez-le des photos avant de signer, ou envoyez le document sans signature.',
    en: 'This document is signed and its photos say where they were taken. To remove that here would break the signature: remove it from the photos before signing, or send the document without a signature.',
  },
} satisfies Record<string, Text>

/** Why a file is not taken, and what to do about it. */
export const refusal = (reason: keyof typeof reasons): Problem =>
  problem('invalid', { errors: [{ pointer: '/file', message: reasons[reason] }] })
