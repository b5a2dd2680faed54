export { type Double, doublesIn, type LooseName, looseNames, memberFields } from './names.ts'
export { reconcile, unite } from './unite.ts'
