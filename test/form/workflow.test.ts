import { describe, expect, test } from 'vitest'
import { allowedTransitions, checkTransition, defineForm } from '../../src/form/index.ts'
import { field, formInput, now, text, workflow } from './sample.ts'

const form = defineForm(
  formInput([field('title', 'text')], {
    workflow: {
      ...workflow,
      transitions: [
        { from: ['draft'], to: 'sent', by: ['anyone'] },
        {
          from: ['sent'],
          to: 'closed',
          by: ['coordinator'],
          guard: "${title} != ''",
          guard_message: text('A title is needed.'),
        },
        { from: ['sent'], to: 'draft', by: ['system'] },
      ],
    },
  }),
)
const targets = (status: string, role: Parameters<typeof allowedTransitions>[2]) =>
  allowedTransitions(form, status, role).map(({ to }) => to)

describe('who may change a status', () => {
  test('a coordinator may do what anyone may', () => {
    expect(targets('draft', 'anyone')).toEqual(['sent'])
    expect(targets('draft', 'coordinator')).toEqual(['sent'])
  })

  test('what is for coordinators or for the system is for them alone', () => {
    expect(targets('sent', 'anyone')).toEqual([])
    expect(targets('sent', 'coordinator')).toEqual(['closed'])
    expect(targets('sent', 'system')).toEqual(['draft'])
    expect(targets('draft', 'system')).toEqual([])
  })
})

describe('a change of status', () => {
  const check = (status: string, to: string, role: Parameters<typeof allowedTransitions>[2], title = 'a') =>
    checkTransition(form, title === '' ? {} : { title }, status, to, role, now)

  test('is made when the form declares it', () => {
    expect(check('sent', 'closed', 'coordinator')).toMatchObject({ ok: true, transition: { to: 'closed' } })
  })

  test.each([
    ['its guard is not true', 'sent', 'closed', 'coordinator', '', 'A title is needed.'],
    ['the role may not', 'sent', 'closed', 'anyone', 'a', 'You are not allowed to move'],
    [
      'the form does not declare it',
      'draft',
      'closed',
      'coordinator',
      'a',
      'cannot go from “draft” to “closed”',
    ],
    ['the status is the same', 'sent', 'sent', 'coordinator', 'a', 'already is “sent”'],
    ['the status does not exist', 'sent', 'gone', 'coordinator', 'a', 'There is no status “gone”'],
  ] as const)('is refused, with the reason, when %s', (_, status, to, role, title, reason) => {
    const checked = check(status, to, role, title)
    expect(checked.ok ? '' : checked.message.en).toContain(reason)
  })
})
