export { blankLoose, type Decided, erasePerson, type Fate, type Proof, proofOf } from './erase-person.ts'
export { type FoundPerson, type FoundRecord, findPerson } from './find.ts'
export { takeOut } from './take-out.ts'
