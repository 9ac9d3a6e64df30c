// Puts blocks of lines under one another.

/** The blocks that aren't empty, one empty line between each two. */
export function spaced(blocks: readonly (readonly string[])[]): readonly string[] {
  const full = blocks.filter((block) => block.length > 0);
  return full.flatMap((block, index) => (index === 0 ? block : [''].concat(block)));
}
