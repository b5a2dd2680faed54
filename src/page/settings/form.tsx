import { FieldView } from '../field/index.tsx'
import type { FormView } from '../view.ts'
import { word } from '../words.ts'

/** The settings to type in, section by section, each with what stands while it is empty. */
export function SettingsForm({ view, revision }: { view: FormView; revision: number }) {
  const { form, locale } = view
  return (
    <form method="post">
      <input type="hidden" name="revision" value={String(revision)} />
      {form.sections.map(({ id, title }) => {
        const fields = form.fields.filter(({ section }) => section === id)
        return fields.length === 0 ? null : (
          <section aria-labelledby={`section-${id}`}>
            <h2 id={`section-${id}`}>{title[locale]}</h2>
            {fields.map((field) => (
              <FieldView view={view} field={field} name={field.name} />
            ))}
          </section>
        )
      })}
      <div class="actions">
        <button type="submit" name="action" value="save">
          {word(locale, 'settingsSave')}
        </button>
      </div>
    </form>
  )
}
