import { apiRules } from './api-rules.ts'
import { consoleRules } from './console-rules.ts'
import { pageRules } from './page-rules.ts'
import type { Rule } from './rule.ts'

/** Every route there is: one that is not here is answered by nobody. */
export const rules: readonly Rule[] = [...pageRules, ...consoleRules, ...apiRules]

/** The rule of a route, by the router's own path; null when nobody may call it. */
export function ruleOf(method: string, path: string): Rule | null {
  return rules.find((rule) => rule.path === path && rule.methods.includes(method)) ?? null
}
