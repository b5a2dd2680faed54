import { contextOf, respondTo } from './app.ts'
import { keepChain } from './audit/index.ts'
import { isTimeToRemind } from './calendar/index.ts'
import { deleteErasedFiles } from './file/index.ts'
import { remindMembers } from './record/campaign/index.ts'
import { carryVersions, deleteOldRejected, fillSearch, plant, remind } from './record/index.ts'
import { isTimeToRetain, retain } from './record/retention.ts'
import { wakeMirror } from './sheet/index.ts'
import { wakeEndpoints } from './webhook/index.ts'

export { SheetMirror } from './sheet/mirror-object.ts'
export { Endpoint } from './webhook/endpoint-object.ts'

export default {
  fetch: respondTo,
  /**
   * Each minute: plants what is to be there from the first day, looks at what is due for the search, seals what happened,
   * and finds what a lost wake-up call left behind. Now and then: sends the reminders that are due, erases the data whose
   * time is over.
   */
  async scheduled(controller, env, executionContext) {
    const actor = { role: 'system', name: '', source: 'system' } as const
    const context = contextOf(env, actor, controller.scheduledTime, (work) =>
      executionContext.waitUntil(work),
    )
    const done = await Promise.allSettled([
      plant(context),
      carryVersions(context),
      fillSearch(context),
      keepChain(env.DB, controller.scheduledTime),
      deleteErasedFiles(context, env.FILES),
      deleteOldRejected(context),
      ...(isTimeToRemind(controller.scheduledTime) ? [remind(context), remindMembers(context)] : []),
      ...(isTimeToRetain(controller.scheduledTime) ? [retain(context)] : []),
      wakeMirror(env),
      wakeEndpoints(env, controller.scheduledTime),
    ])
    for (const result of done) if (result.status === 'rejected') console.error(result.reason)
  },
} satisfies ExportedHandler<Cloudflare.Env>
