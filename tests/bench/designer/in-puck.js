// How the bench's script reaches Puck; runs in the page. Same names as in-palier.js.
globalThis.subject = (() => {
  const ZONE = 'root:default-zone'
  const element = (id) => document.querySelector(`[data-puck-component="${id}"]`)
  const cells = () => [...document.querySelectorAll('[data-puck-component]')]
  const content = () => getPuck().appState.data.content
  let at = 3
  let typed = 0
  const edit = () => {
    const data = content()[at]
    getPuck().dispatch({ type: 'replace', destinationIndex: at, destinationZone: ZONE, data: { ...data, props: { ...data.props, label: `Edit ${(typed += 1)}` } } })
  }
  const move = (by) => {
    getPuck().dispatch({ type: 'move', sourceIndex: at, sourceZone: ZONE, destinationIndex: at + by, destinationZone: ZONE })
    at += by
  }
  return {
    field: 'input[name="label"]',
    element,
    count: () => cells().filter((cell) => cell.dataset.puckComponent.startsWith('b')).length,
    order: () => cells().map((cell) => cell.dataset.puckComponent),
    operations: [
      edit,
      () => {
        getPuck().dispatch({ type: 'duplicate', sourceIndex: at, sourceZone: ZONE })
        at += 1
      },
      edit,
      () => move(-1),
      () => move(-1),
      edit,
      () => move(1),
      () => getPuck().history.back(),
      () => getPuck().history.forward(),
      () => {
        // The history is kept by a timer, so what was taken back is not known: find the copy.
        at = content().findIndex((block) => block.type === 'Button' && !/^b\d+$/.test(block.props.id))
        if (at >= 0) getPuck().dispatch({ type: 'remove', index: at, zone: ZONE })
        at = content().findIndex((block) => block.props.id === 'b3')
      },
    ],
  }
})()
