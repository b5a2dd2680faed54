export { type Erasure, erasePerson, type Fate, mostAtOnce, proofOf } from './erase-person.ts'
export { type FoundPerson, type FoundRecord, findPerson } from './find.ts'
