import { choice } from './choice.ts'

/** Currencies of a budget (ISO 4217). */
export const devises = [
  choice('XOF', 'Franc CFA (FCFA)', 'CFA franc'),
  choice('EUR', 'Euro', 'Euro'),
  choice('USD', 'Dollar américain', 'US dollar'),
  choice('CHF', 'Franc suisse', 'Swiss franc'),
  choice('GBP', 'Livre sterling', 'Pound sterling'),
]
