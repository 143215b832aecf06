// The kit's folder as the package that apps install, in a folder of its own for as long as a test needs it.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'

/** Gives a folder with what apps read of the package `palier-kit` in its `node_modules`. */
export async function withPackage(request, use) {
  const folder = mkdtempSync(join(tmpdir(), 'palier-package-'))
  const put = (file, text) => {
    const path = join(folder, file)
    mkdirSync(dirname(path), { recursive: true })
    writeFileSync(path, text)
  }
  try {
    for (const file of ['package.json', 'index.js', 'index.d.ts', 'palier.js', 'palier.d.ts', 'palier.react.d.ts', 'palier.css']) {
      put(`node_modules/palier-kit/${file}`, await (await request.get(`/kit/${file}`)).text())
    }
    return await use(folder, put)
  } finally {
    rmSync(folder, { recursive: true })
  }
}
