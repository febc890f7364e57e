import { z } from 'zod';

const rectangle = z.object({
  x: z.number().int(),
  y: z.number().int(),
  width: z.number().int().positive(),
  height: z.number().int().positive(),
});

export type Rectangle = z.infer<typeof rectangle>;

/** Where a window was when it was used last, in device-independent pixels. */
export const windowPlace = z.object({ bounds: rectangle, maximized: z.boolean() });

export type WindowPlace = z.infer<typeof windowPlace>;

export const smallestWindow = { width: 800, height: 560 };
const usualWindow = { width: 1360, height: 900 };

/** How far a second window stands from the first, so that its title can be reached. */
const step = 28;

/**
 * Where a new window goes: where the last one was, beside those that are open, at a size that fits. `areas` are the
 * usable parts of the screens, the main one first. A place on a screen that is gone moves to the main one.
 */
export function placeWindow(
  last: WindowPlace | null,
  open: readonly Rectangle[],
  areas: readonly Rectangle[],
): WindowPlace {
  const screen = last ? areas.find((area) => isReachable(last.bounds, area)) : undefined;
  const area = screen ?? areas[0] ?? { x: 0, y: 0, ...usualWindow };
  const wanted = screen && last ? last.bounds : centred(usualWindow, area);
  return { bounds: apart(fitted(wanted, area), open, area), maximized: last?.maximized ?? false };
}

/** Whether enough of the title bar lies on a screen to take hold of it. */
function isReachable(bounds: Rectangle, area: Rectangle): boolean {
  const visible = Math.min(bounds.x + bounds.width, area.x + area.width) - Math.max(bounds.x, area.x);
  return visible >= 100 && bounds.y >= area.y && bounds.y <= area.y + area.height - 40;
}

function fitted({ x, y, width, height }: Rectangle, area: Rectangle): Rectangle {
  const size = { width: Math.min(width, area.width), height: Math.min(height, area.height) };
  return {
    ...size,
    x: Math.max(area.x, Math.min(x, area.x + area.width - size.width)),
    y: Math.max(area.y, Math.min(y, area.y + area.height - size.height)),
  };
}

function centred({ width, height }: { width: number; height: number }, area: Rectangle): Rectangle {
  return {
    x: area.x + Math.max(0, Math.round((area.width - width) / 2)),
    y: area.y + Math.max(0, Math.round((area.height - height) / 2)),
    width,
    height,
  };
}

function apart(bounds: Rectangle, open: readonly Rectangle[], area: Rectangle): Rectangle {
  const isTaken = open.some(
    ({ x, y }) => Math.abs(x - bounds.x) < step / 2 && Math.abs(y - bounds.y) < step / 2,
  );
  if (!isTaken) return bounds;
  const moved = fitted({ ...bounds, x: bounds.x + step, y: bounds.y + step }, area);
  const hasMoved = moved.x !== bounds.x || moved.y !== bounds.y;
  return hasMoved ? apart(moved, open, area) : bounds;
}
