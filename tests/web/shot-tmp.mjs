import { chromium } from '@playwright/test'
const base='http://127.0.0.1:8821'
const browser = await chromium.launch({ executablePath: '/usr/bin/chromium-headless-shell' })
const token = async (m) => (await (await fetch(base+'/demo/token',{method:'POST',headers:{'Content-Type':'application/json'},body:JSON.stringify({member:m})})).json()).access_token
const t = await token('admin')
const id='t-shot'+Date.now()
const blk=(id,type,more={})=>({id,type,v:1,...more})
const txt=(id,w,more={})=>blk(id,'rich-text',{props:{text:{en:[{kind:'paragraph',children:[{kind:'text',text:w}]}]}},...more})
const root=[blk('b1','member-header'),blk('b2','tier-progress'),blk('b3','reward-catalogue'),blk('b4','points-history'),blk('b5','badge-collection'),blk('b6','leaderboard',{props:{board:'week'}}),txt('b7','For Bloom and above',{when:{tiers:['bloom','canopy']}})]
const r=await fetch(`${base}/v1/portals/${id}/draft`,{method:'PUT',headers:{Authorization:`Bearer ${t}`,'If-None-Match':'*','Content-Type':'application/json'},body:JSON.stringify({schema:1,id,title:{en:'Test portal'},theme:{},root})})
console.log(r.status)
for (const [w,h,q] of [[1280,800,''],[1680,900,''],[820,1000,'&lang=fr'],[390,800,'']]) {
  const page=await browser.newPage({viewport:{width:w,height:h}})
  page.on('console',m=>console.log(w,m.type(),m.text()))
  await page.addInitScript(([t])=>{sessionStorage.setItem('palier-demo-member','admin');sessionStorage.setItem('palier-token',t)},[t])
  await page.goto(`${base}/designer/?portal=${id}${q}`)
  await page.locator('[data-preview-as]').selectOption('~described')
  await page.locator('#ds-described').waitFor({state:'visible'})
  await page.waitForTimeout(800)
  await page.screenshot({path:`/tmp/preview-${w}-a.png`})
  await page.locator('[data-described=tier]').selectOption('bloom')
  await page.locator('[data-described=points]').fill('1980'); await page.keyboard.press('Tab')
  await page.locator('[data-described=gems]').fill('3'); await page.keyboard.press('Tab')
  await page.waitForTimeout(1200)
  await page.screenshot({path:`/tmp/preview-${w}-b.png`})
  console.log(w, await page.locator('#ds-described :is(input, select, button), [data-describe]').evaluateAll(a=>a.map(e=>[e.tagName,Math.round(e.getBoundingClientRect().width),Math.round(e.getBoundingClientRect().height)].join(' '))))
  await page.keyboard.press('Escape'); await page.waitForTimeout(400)
  await page.screenshot({path:`/tmp/preview-${w}-c.png`})
  await page.close()
}
await browser.close()
