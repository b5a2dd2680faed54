import type { Context } from '../../context.ts'
import type { CampaignLayout, Census, Directory, Form } from '../../form/definition/index.ts'
import { findForm } from '../../form/index.ts'
import type { Answering } from '../../store/invitations.ts'
import type { StoredRecord } from '../record.ts'

export type CampaignForm = Form & { readonly campaign: CampaignLayout }
export type CensusForm = Form & { readonly census: Census }
export type DirectoryForm = Form & { readonly directory: Directory }

/** A campaign: its record, what is filled in, and of which directory the members are asked. */
export type Campaign = {
  readonly form: CampaignForm
  readonly record: StoredRecord
  readonly asked: CensusForm
  readonly directory: DirectoryForm
}

export const isDirectory = (form: Form): form is DirectoryForm => form.directory !== null

export const isCampaign = (form: Form): form is CampaignForm => form.campaign !== null

/** Whether its members are asked for the first time, and reminded. */
export const isOpen = ({ form, record }: Pick<Campaign, 'form' | 'record'>): boolean =>
  form.campaign.open.includes(record.status)

/** The campaign that a record is; null when it is none, or asks for a form that nobody is asked to fill in. */
export function campaignOf(context: Pick<Context, 'catalogue'>, record: StoredRecord): Campaign | null {
  const form = findForm(context.catalogue, record.form)
  if (!form || !isCampaign(form) || record.erasedAt !== null) return null
  const asked = findForm(context.catalogue, String(record.answers[form.campaign.form] ?? ''))
  const directory = asked && directoryOf(context, asked)
  if (!asked?.census || !directory) return null
  return { form, record, asked: { ...asked, census: asked.census }, directory }
}

/** The directory whose members a form is about, or null. */
function directoryOf(
  { catalogue }: Pick<Context, 'catalogue'>,
  { fields, census }: Form,
): DirectoryForm | null {
  const target = fields.find(({ name }) => name === census?.member)?.reference
  const form = target && findForm(catalogue, target.form)
  return form?.directory ? { ...form, directory: form.directory } : null
}

/** How the answers of members are found. */
export const answeringOf = ({
  asked,
  directory: form,
}: Pick<Campaign, 'asked' | 'directory'>): Answering => ({
  form: asked.id,
  field: asked.census.member,
  states: asked.census.states,
  directory: { prefix: form.prefix, ...form.directory },
})
