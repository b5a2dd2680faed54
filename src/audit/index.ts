export { type Audit, auditFrom, compareHead } from './audit.ts'
export { keepChain } from './seal.ts'
export { beginning, type Fault, type FaultKind, type Point } from './verify.ts'
