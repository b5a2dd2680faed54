import { type Operation, usual } from './operation.ts'

/** The forms and what they ask. */
export const formOperations: readonly Operation[] = [
  {
    ...usual,
    method: 'get',
    path: '/forms',
    id: 'listForms',
    by: 'anyone',
    summary: 'The forms.',
    answers: { 200: 'Forms' },
  },
  {
    ...usual,
    method: 'get',
    path: '/forms/{form}',
    id: 'getForm',
    by: 'anyone',
    summary: 'A form’s definition: sections, fields, choices, expressions, workflow.',
    answers: { 200: 'Definition' },
    problems: [404],
  },
  {
    ...usual,
    method: 'get',
    path: '/forms/{form}/schema',
    id: 'getFormSchema',
    by: 'anyone',
    summary: 'The JSON Schema of a form’s answers.',
    type: 'application/schema+json',
    answers: { 200: 'Definition' },
    problems: [404],
  },
]
