import type { Answers } from './answers.ts'
import type { Form, Role, State, Transition } from './definition/index.ts'
import { isTrue } from './expression/index.ts'
import { scopeOf } from './scope.ts'
import type { Text } from './text.ts'
import { quoted } from './words.ts'

/** The state of this code; one that the form no longer has is neither a draft nor locked. */
export function stateOf(form: Form, code: string): State {
  const state = form.workflow.states.find((one) => one.code === code)
  return state ?? { code, label: { fr: code, en: code }, color: '#FFFFFF', draft: false, locked: false }
}

/** The transitions this role may make from this state, their guards apart. A coordinator may do what anyone may. */
export function allowedTransitions(form: Form, status: string, role: Role): readonly Transition[] {
  return form.workflow.transitions.filter(
    ({ from, by }) =>
      from.includes(status) && (by.includes(role) || (role === 'coordinator' && by.includes('anyone'))),
  )
}

export type TransitionCheck =
  | { readonly ok: true; readonly transition: Transition }
  | { readonly ok: false; readonly message: Text }

/** Whether a record with these answers may go to the state `to`, and if not, why. `now`: ms since epoch, UTC. */
export function checkTransition(
  form: Form,
  answers: Answers,
  status: string,
  to: string,
  role: Role,
  now: number,
): TransitionCheck {
  const candidates = allowedTransitions(form, status, role).filter((transition) => transition.to === to)
  const first = candidates[0]
  if (!first) return { ok: false, message: refusal(form, status, to) }
  const scope = scopeOf({ form, answers, row: null, now }, undefined)
  const transition = candidates.find(({ guard }) => guard === null || isTrue(guard, scope))
  if (transition) return { ok: true, transition }
  return { ok: false, message: first.guard_message ?? refusal(form, status, to) }
}

function refusal(form: Form, status: string, to: string): Text {
  const target = form.workflow.states.find(({ code }) => code === to)
  if (!target) return { fr: `Le statut «\u00a0${to}\u00a0» n’existe pas.`, en: `There is no status “${to}”.` }
  const from = labelOf(form, status)
  if (status === to)
    return { fr: `La fiche est déjà au statut ${from.fr}.`, en: `The record already is ${from.en}.` }
  const wanted = quoted(target.label)
  const exists = form.workflow.transitions.some((one) => one.to === to && one.from.includes(status))
  return exists
    ? {
        fr: `Vous n’avez pas le droit de passer la fiche de ${from.fr} à ${wanted.fr}.`,
        en: `You are not allowed to move the record from ${from.en} to ${wanted.en}.`,
      }
    : {
        fr: `Une fiche ne peut pas passer de ${from.fr} à ${wanted.fr}.`,
        en: `A record cannot go from ${from.en} to ${wanted.en}.`,
      }
}

const labelOf = (form: Form, status: string): Text =>
  quoted(form.workflow.states.find(({ code }) => code === status)?.label ?? { fr: status, en: status })
