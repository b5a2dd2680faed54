import { openingName, proofName } from '../../spam/doubt.ts'
import { prove, workFor } from '../../spam/work.ts'

/**
 * Does the work that a form asks for while it is being filled in. It runs after the script that puts a draft back, and
 * so works for the draft's id. Whatever sends the form without it is looked at by a coordinator first.
 */
const control = (name: string) => document.querySelector<HTMLInputElement>(`input[name="${name}"]`)
const [id, opening, proof] = [control('id'), control(openingName), control(proofName)]

if (id && opening && proof && globalThis.crypto.subtle)
  prove(workFor(id.value, opening.value)).then((number) => {
    proof.value = number
  })
