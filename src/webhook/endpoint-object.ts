import { EmailMessage } from 'cloudflare:email'
import { DurableObject } from 'cloudflare:workers'
import { deliverDue } from './deliver.ts'

/** How long after a run that D1 cut short the next one comes, in milliseconds. */
const AFTER_ERROR = 60_000

/**
 * The schedule of one endpoint, so that a slow one delays nobody else. It decides nothing and keeps nothing but its
 * own name and one alarm: D1 knows what is due, and losing this object's memory loses nothing.
 */
export class Endpoint extends DurableObject<Cloudflare.Env> {
  /** Something may be due to the endpoint of this id, which this object is named by. Answers before it is sent. */
  async poke(endpointId: string): Promise<void> {
    const { kv } = this.ctx.storage
    if (kv.get('endpoint') !== endpointId) kv.put('endpoint', endpointId)
    await this.#wakeBy(Date.now())
  }

  override async alarm(): Promise<void> {
    const endpointId = this.ctx.storage.kv.get<string>('endpoint')
    if (endpointId === undefined) return
    const next = await this.#run(endpointId)
    if (next !== null) await this.#wakeBy(next)
  }

  /** One run; when the next one should be. The alarm's own few retries are not relied on. */
  async #run(endpointId: string): Promise<number | null> {
    try {
      return await deliverDue(
        {
          db: this.env.DB,
          secret: this.env.RECUEIL_SECRET,
          local: this.env.LOCAL === 'true',
          now: () => Date.now(),
          random: () => Math.random(),
          fetch: (url, request) => fetch(url, request),
          timeout: (milliseconds) => AbortSignal.timeout(milliseconds),
          sendEmail: senderOf(this.env.EMAIL),
        },
        endpointId,
      )
    } catch (cause) {
      console.error(`Endpoint ${endpointId}:`, cause)
      return Date.now() + AFTER_ERROR
    }
  }

  /** Sets the alarm unless it is set for sooner, by a poke during the run. */
  async #wakeBy(time: number): Promise<void> {
    const alarm = await this.ctx.storage.getAlarm()
    if (alarm === null || time < alarm) await this.ctx.storage.setAlarm(time)
  }
}

/** The mail service as deliveries use it; null when wrangler.toml does not bind it. */
function senderOf(service: SendEmail | undefined) {
  if (service === undefined) return null
  return async (from: string, to: string, message: string): Promise<string> => {
    const { messageId } = await service.send(new EmailMessage(from, to, message))
    return messageId
  }
}
