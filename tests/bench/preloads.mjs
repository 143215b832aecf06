// The kit's `preload.html`, as a developer takes it apart.

/** The links below the comments that begin as `wanted` says, with the kit's address before each name. */
export function preloads(list, wanted) {
  const parts = list.split('<!-- ').filter((part) => wanted.some((comment) => part.startsWith(comment)))
  return parts.flatMap((part) => part.match(/<link .*>/g)).map((link) => link.replace('href="', 'href="/kit/'))
}
