export { excerpt, marked, type Piece } from './excerpt.ts'
export { type PublicNames, type PublicText, textOfAnswers, textOfDocument } from './public-text.ts'
export { beginningsIn, holdsAll, matchOf } from './words.ts'
