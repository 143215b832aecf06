// Writes `integrity.json` into the folder named on the command line: the sha384 of each file,
// in the form of the `integrity` attribute.
import { createHash } from 'node:crypto'
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const folder = process.argv[2]
const digest = (file) => 'sha384-' + createHash('sha384').update(readFileSync(join(folder, file))).digest('base64')
const files = readdirSync(folder).sort()
const hashes = Object.fromEntries(files.map((file) => [file, digest(file)]))
writeFileSync(join(folder, 'integrity.json'), JSON.stringify(hashes, null, 2) + '\n')
