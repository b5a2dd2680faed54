/**
 * What a form is. The vocabulary is XLSForm's (xlsform.org) wherever it has a word; the rest says what the group
 * needs beyond it. A form is written as a `FormInput` (optional keys, expressions as strings) and used as a `Form`,
 * in which every field has every key: nothing downstream asks whether a key is there.
 */
export type { Calendar, Reminder } from './calendar.ts'
export type {
  Advocacy,
  CampaignLayout,
  Census,
  Directory,
  Disclosure,
  Ground,
  Library,
  Likeness,
  MapFilter,
  MapLayout,
  Order,
} from './cartography.ts'
export type { Catalogue, Group } from './catalogue.ts'
export type { Choice, ChoiceLists } from './choice.ts'
export type { DocumentLayout, DocumentPart } from './document.ts'
export type { Bounds, EditPlace, Field, FieldType, ReferenceTarget, TextFormat, Visibility } from './field.ts'
export type { Form, Section, Seed } from './form.ts'
export type { Glossary, Term } from './glossary.ts'
export type {
  CalendarInput,
  FieldInput,
  FormInput,
  PlanInput,
  ReminderInput,
  SectionInput,
  StateInput,
  TransitionInput,
} from './input.ts'
export type { Attendance, Feed, Minutes } from './minutes.ts'
export type { Basis, DataClass, PersonalData, Publishing, Purpose, Retention } from './personal.ts'
export type { Criteria, Plan, PlanColumn, Rhythm } from './plan.ts'
export type { Role, State, Transition, Workflow } from './workflow.ts'
