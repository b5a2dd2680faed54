export { type Double, doublesIn, type LooseName, looseNames } from './names.ts'
export { type Outcome, reconcile, unite } from './unite.ts'
