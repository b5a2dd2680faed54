/**
 * Mode d’emploi : LISEZ-MOI.md.
 *
 * Tells Recueil that somebody has just edited this spreadsheet, so that it reads it now instead of when it
 * would next have looked. Nothing of what was edited is sent. A lost hint loses nothing but those seconds.
 *
 * The next line keeps what Google asks leave for to this spreadsheet, even without appsscript.json.
 * @OnlyCurrentDoc
 */

/** Milliseconds for what comes together (a quick series, the pair onEdit and onChange) to share one hint. */
const GATHERING = 1000
/** Milliseconds after which a run ends: Google stops one at 6 minutes, and would mail its owner. */
const LONGEST_RUN = 120000
/** Seconds without hints after one failed: an address that is silent costs up to a minute, of 90 a day. */
const PAUSE = 300
/** Seconds the cache remembers the newest edit and the newest one told of: more than any run takes. */
const MEMORY = 600

/** Run once, by hand: puts the two triggers in place and tries them. Run again, it changes nothing. */
function installer() {
  verifier()
  removeTriggers_()
  const spreadsheet = SpreadsheetApp.getActive()
  ScriptApp.newTrigger('prevenirRecueil').forSpreadsheet(spreadsheet).onEdit().create()
  ScriptApp.newTrigger('prevenirRecueil').forSpreadsheet(spreadsheet).onChange().create()
  console.log('Installé : Recueil est prévenu de chaque modification.')
}

/** Run by hand: sends a hint and says how it went. */
function verifier() {
  const refusal = send_()
  if (refusal) throw new Error(refusal)
  CacheService.getScriptCache().remove('paused')
  console.log('Recueil a bien reçu le signal.')
}

/** Run by hand: takes away the triggers of whoever runs it. */
function desinstaller() {
  removeTriggers_()
  console.log('Désinstallé : Recueil regarde le classeur de lui-même, comme avant.')
}

/** What the triggers run. Not named onEdit: Google would run that by itself too, without leave to send. */
function prevenirRecueil(event) {
  // Recueil reads values, not colours.
  if (event && event.changeType === 'FORMAT') return
  try {
    hint_()
  } catch (error) {
    // Google would mail it to the coordinator, who can do nothing about it.
    console.warn(String(error))
  }
}

/**
 * Every run first marks its edit as the newest; whoever then gets the lock tells of all there are. A run that
 * does not get it may end: who holds it looks for a newer mark after letting it go, so the last edit always has
 * its hint. What a forgetful cache, a failed hint or the end of a long run leaves out, Recueil finds when it
 * next looks by itself.
 */
function hint_() {
  const cache = CacheService.getScriptCache()
  const lock = LockService.getScriptLock()
  const end = Date.now() + LONGEST_RUN
  if (cache.get('paused')) return
  cache.put('edited', Utilities.getUuid(), MEMORY)
  while (isUntold_(cache) && Date.now() < end && lock.tryLock(0)) {
    try {
      Utilities.sleep(GATHERING)
      // Read before sending: what is marked from here on has a hint of its own.
      const newest = String(cache.get('edited'))
      const refusal = send_()
      if (refusal) {
        cache.put('paused', 'yes', PAUSE)
        console.warn(refusal)
        return
      }
      cache.put('told', newest, MEMORY)
    } finally {
      lock.releaseLock()
    }
  }
}

function isUntold_(cache) {
  const newest = cache.get('edited')
  return newest !== null && newest !== cache.get('told')
}

/** Sends one hint; what is wrong, in words, or nothing. */
function send_() {
  const properties = PropertiesService.getScriptProperties()
  const address = (properties.getProperty('ADRESSE') || '').trim()
  const secret = (properties.getProperty('SECRET') || '').trim()
  if (!address || !secret) return 'Renseignez ADRESSE et SECRET dans les propriétés du script.'
  const body = '{}'
  const timestamp = String(Math.floor(Date.now() / 1000))
  try {
    const response = UrlFetchApp.fetch(address, {
      method: 'post',
      contentType: 'application/json',
      headers: {
        'X-Recueil-Timestamp': timestamp,
        'X-Recueil-Signature': `v1=${hmac_(`${timestamp}.${body}`, secret)}`,
      },
      payload: body,
      followRedirects: false,
      muteHttpExceptions: true,
    })
    const status = response.getResponseCode()
    return status === 202 ? '' : `Recueil a refusé le signal (réponse ${status}) : voir LISEZ-MOI.md.`
  } catch (error) {
    return `Recueil n’a pas pu être joint : ${error}`
  }
}

/** Google gives the bytes as signed numbers, -128 to 127. */
function hmac_(text, secret) {
  return Utilities.computeHmacSha256Signature(text, secret)
    .map((byte) => (byte & 255).toString(16).padStart(2, '0'))
    .join('')
}

function removeTriggers_() {
  for (const trigger of ScriptApp.getProjectTriggers())
    if (trigger.getHandlerFunction() === 'prevenirRecueil') ScriptApp.deleteTrigger(trigger)
}
