// What the hosting page adds to the designer: checks and commands. Each is guarded: what one does wrong
// is told to developers, and nothing else comes to harm.

// How long a check may take before the others go on without it.
const PATIENCE_MS = 3000

const KINDS = {
  checks: { known: new Map(), register: 'registerCheck', method: 'check' },
  commands: { known: new Map(), register: 'registerCommand', method: 'run' },
}

const isText = (text) => typeof text === 'string' && text.trim() !== ''
const isLabel = (label) => isText(label) || (label && typeof label === 'object' && Object.keys(label).length > 0 && Object.values(label).every(isText))
const nearest = (texts, locale) => texts[locale] ?? texts[locale.split('-')[0]] ?? texts.en ?? Object.values(texts)[0]

/** What keeps something from being taken; nothing when it can be. */
function fault(kind, one) {
  const { known, method } = KINDS[kind]
  if (typeof one !== 'object' || !one) return 'expected an object'
  if (!/^[a-z][a-z0-9-]*$/.test(one.name)) return 'name: expected lower-case letters, digits and hyphens, beginning with a letter'
  if (known.has(one.name)) return `name: ${JSON.stringify(one.name)} is registered already; the first one stays`
  if (kind === 'commands' && !isLabel(one.label)) return 'label: expected a text, or an object of texts per language'
  return typeof one[method] === 'function' ? '' : `${method}: expected a function`
}

function add(kind, one, where) {
  const wrong = fault(kind, one)
  if (wrong) console.error(`palier: ${where}: ${wrong}`)
  else KINDS[kind].known.set(one.name, one)
  return !wrong
}

/** Takes over what the page has registered, and what it will; `again` is called after another check. */
export function begin(again) {
  const page = (globalThis.palierDesigner ??= {})
  for (const [kind, { register }] of Object.entries(KINDS)) {
    const given = page[kind] ?? []
    if (!Array.isArray(given)) console.error(`palier: palierDesigner.${kind}: expected a list`)
    else given.forEach((one, index) => add(kind, one, `palierDesigner.${kind}[${index}]`))
    page[register] = (one) => {
      const taken = add(kind, one, `palierDesigner.${register}(${JSON.stringify(one?.name) ?? ''})`)
      if (taken && kind === 'checks') again()
    }
  }
}

/** A document that whoever gets it cannot change. */
function frozen(value) {
  if (value && typeof value === 'object') Object.values(value).forEach(frozen)
  return Object.freeze(value)
}

const told = new Map()

/** Tells developers what is wrong with a check, once for as long as it stays the same; nothing where `words` is empty. */
export function tell(name, words, ...cause) {
  const whole = [words, ...cause].join(' ')
  if (told.get(name) === whole) return
  told.set(name, whole)
  if (words) console.error(`palier: check ${JSON.stringify(name)}: ${words}`, ...cause)
}

/** Whether the page has checks. */
export const hasChecks = () => KINDS.checks.known.size > 0

/**
 * Has every check look at a document; `hear(name, json)` gets the answer of each as soon as it is there. One that gives none
 * in time has found nothing. Promises that all have been heard.
 */
export async function runChecks(json, locale, hear) {
  const document = frozen(JSON.parse(json))
  await Promise.all([...KINDS.checks.known.values()].map((one) => answer(one, { document, locale }, hear)))
}

async function answer(one, ask, hear) {
  const signal = AbortSignal.timeout(PATIENCE_MS)
  const late = new Promise((late) => signal.addEventListener('abort', () => late(signal)))
  const { name } = one
  let wrong
  try {
    const given = await Promise.race([one.check({ ...ask, signal }), late])
    if (given !== signal) return hear(name, JSON.stringify(given) ?? 'null')
    wrong = [`no answer within ${PATIENCE_MS / 1000} seconds.`]
  } catch (cause) {
    wrong = ['it threw.', cause]
  }
  // What it found before went when this was first told.
  if (told.get(name) !== wrong.join(' ')) hear(name, '[]')
  tell(name, ...wrong)
}

/** The page's commands: name, what it is called in that language, name, …. */
export const commands = (locale) =>
  [...KINDS.commands.known.values()].flatMap(({ name, label }) => [name, typeof label === 'string' ? label : nearest(label, locale)])

let runs = 0

/**
 * Runs a command; `perform(run, changes)` edits the document for it. Promises what is to be said: '' for that it is done,
 * null where something was refused, which has been said; rejects with what it threw, in words.
 */
export async function runCommand(name, json, selection, locale, perform) {
  const run = `${name} ${(runs += 1)}`
  let over = false
  let refused = false
  const edit = (changes) => {
    if (over) throw new Error('the command is over: call edit before what run promises is there')
    const { added, fault, code } = JSON.parse(perform(run, JSON.stringify([changes].flat())))
    if (!fault) return added
    refused = code !== 'malformed'
    throw Object.assign(new Error(fault), { code })
  }
  try {
    const said = await KINDS.commands.known.get(name).run({ document: frozen(JSON.parse(json)), selection: Object.freeze(selection), locale, edit })
    if (typeof said === 'string' && said) return said
    return refused ? null : ''
  } catch (cause) {
    console.error(`palier: command ${JSON.stringify(name)}: it threw.`, cause)
    throw String(cause?.message ?? cause)
  } finally {
    over = true
  }
}
