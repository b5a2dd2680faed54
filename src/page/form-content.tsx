import type { Child } from 'hono/jsx'
import type { Field, Transition } from '../form/definition/index.ts'
import { allFields } from '../form/names.ts'
import { FieldView } from './field/index.tsx'
import { Suggestions } from './field/typing.tsx'
import { moveAction, moveLabel } from './moves.tsx'
import type { FormView } from './view.ts'
import { word } from './words.ts'

type FormProps = {
  readonly view: FormView
  /** Names and values the person does not see: the record's id, the revision corrected. */
  readonly hidden: Readonly<Record<string, string>>
  readonly submitLabel: string
  /** Further controls, for the page's own use. */
  readonly unseen?: Child
  /** Transitions that a button beside the first one makes, what was typed included. */
  readonly moves?: readonly Transition[]
  /** Under which name the script keeps a draft: it is shown again wherever a form has it. */
  readonly draftName: string
  /** How the script keeps a draft: of a form just opened, of one that came back, of a correction. */
  readonly draft: 'new' | 'going' | 'correction'
  /** What the script needs to know, as JSON (see `pageData`). */
  readonly data: string
}

/** The whole form on one page, section after section. Every button says where the page that comes back opens. */
export function FormContent({
  view,
  hidden,
  unseen,
  submitLabel,
  moves = [],
  draftName,
  draft,
  data,
}: FormProps) {
  const { form, locale, action } = view
  // Where a refused form opens, whatever row the address named before; a page without faults has no such place.
  const top = `${action}#page-erreurs`
  const sections = sectionsOf(view)
  const open = sections.filter(({ folded }) => !folded)
  return (
    <>
      <p class="hint">{word(locale, 'requiredByDefault')}</p>
      {open.length < 2 ? null : (
        <nav class="sections" aria-label={word(locale, 'sections')}>
          <ol>
            {open.map(({ id, title }) => (
              <li>
                <a href={`#section-${id}`}>{title}</a>
              </li>
            ))}
          </ol>
        </nav>
      )}
      <form
        method="post"
        action={action || undefined}
        novalidate
        id="page-fiche"
        data-form={draftName}
        data-draft={draft}
        data-locale={locale}
        autocomplete="on"
      >
        {/* Enter in a field presses the first button of the form: it must be the one that sends. */}
        <button type="submit" name="action" value="send" class="hidden" tabindex={-1} formaction={top}>
          {submitLabel}
        </button>
        {Object.entries(hidden).map(([name, value]) => (
          <input type="hidden" name={name} value={value} autocomplete="off" />
        ))}
        {unseen}
        {sections.map(({ id, title, folded, fields }, index) => (
          <Section
            id={id}
            title={title}
            folded={folded && !fields.some((field) => isAtFault(view, field))}
            counter={open.length < 2 ? null : word(locale, 'sectionOf', { n: index + 1, total: open.length })}
          >
            {fields.map((field) => (
              <FieldView view={view} field={field} name={field.name} />
            ))}
          </Section>
        ))}
        <Suggestions view={view} fields={allFields(form)} />
        <div class="actions">
          <button
            type="submit"
            name="action"
            value="send"
            formaction={top}
            data-send={word(locale, 'sending')}
          >
            {submitLabel}
          </button>
          {moves.map((move) => (
            <button type="submit" name="action" value={moveAction(move.to)} formaction={top} class="second">
              {moveLabel(form, move, locale)}
            </button>
          ))}
          <p role="status" data-status />
        </div>
      </form>
      <PageJson json={data} />
    </>
  )
}

/** JSON in a page: "<" is escaped so that no text of it can end the element. */
function PageJson({ json }: { json: string }) {
  const __html = json.replaceAll('<', '\\u003c')
  return <script type="application/json" id="page-data" dangerouslySetInnerHTML={{ __html }} />
}

type SectionProps = {
  readonly id: string
  readonly title: string
  readonly folded: boolean
  readonly counter: string | null
  readonly children: Child
}

function Section({ id, title, folded, counter, children }: SectionProps) {
  if (folded) {
    return (
      <details id={`section-${id}`}>
        <summary>{title}</summary>
        {children}
      </details>
    )
  }
  return (
    <section id={`section-${id}`} aria-labelledby={`section-${id}-titre`}>
      <h2 id={`section-${id}-titre`}>
        {counter === null ? null : <span class="counter">{counter}</span>}
        {counter === null ? null : ' '}
        {title}
      </h2>
      {children}
    </section>
  )
}

/** What is wrong must be seen: its section does not stay folded. */
const isAtFault = ({ errors }: FormView, { name }: Field): boolean =>
  [...errors.keys()].some((key) => key === name || key.startsWith(`${name}.`))

type Part = {
  readonly id: string
  readonly title: string
  readonly folded: boolean
  readonly fields: readonly Field[]
}

/** The sections that have something to show, in order; a form without sections is one. */
function sectionsOf({ form, locale }: FormView): readonly Part[] {
  const shown = form.fields.filter(({ type }) => type !== 'file')
  const parts = form.sections.map(({ id, title, folded }) => ({
    id,
    title: title[locale],
    folded,
    fields: shown.filter(({ section }) => section === id),
  }))
  const rest = shown.filter(({ section }) => !form.sections.some(({ id }) => id === section))
  const all =
    rest.length === 0
      ? parts
      : [...parts, { id: 'formulaire', title: form.title[locale], folded: false, fields: rest }]
  return all.filter(({ fields }) => fields.length > 0)
}
