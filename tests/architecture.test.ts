import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';

const root = resolve(import.meta.dirname, '..');

/** Floors from the ground up; a folder imports from its own floor only within itself, and from all below. */
const FLOORS: readonly (readonly string[])[] = [
  ['assembly'],
  ['src/model'],
  ['src/data', 'src/fit'],
  ['src/kernel'],
  ['src/predict'],
  ['src/analysis'],
  ['src/verify', 'src/worker', 'src/plot'],
  ['src/export', 'src/lessons'],
  ['src/library', 'src/offline'],
  ['src/app', 'src/cli', 'src/index.ts'],
];

function floorOf(file: string): { floor: number; room: string } {
  for (const [floor, rooms] of FLOORS.entries()) {
    const room = rooms.find((name) => file === name || file.startsWith(`${name}/`));
    if (room) return { floor, room };
  }
  throw new Error(`${file} stands on no floor: add its folder to the architecture`);
}

function sources(folder: string): string[] {
  return readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name) && !name.endsWith('.d.ts'))
    .map((name) => `${folder}/${name.replaceAll('\\', '/')}`);
}

interface Import {
  readonly from: string;
  readonly to: string;
  readonly typeOnly: boolean;
}

function importsOf(file: string): Import[] {
  const text = readFileSync(join(root, file), 'utf8');
  return [...text.matchAll(/^(?:import|export)\s+(type\s)?[^'";]*?from\s+['"](\.[^'"]+)['"]/gm)].map((match) => ({
    from: file,
    to: relative(root, resolve(root, dirname(file), (match[2] as string).replace(/\?.*$/, ''))).replaceAll('\\', '/'),
    typeOnly: match[1] !== undefined,
  }));
}

const files = [...sources('src'), ...sources('assembly')];
const imports = files.flatMap(importsOf).filter(({ to }) => /^(src|assembly)\//.test(to));

describe('the house', () => {
  test('every import runs downwards, or stays in its room', () => {
    const upwards = imports.filter(({ from, to }) => {
      const here = floorOf(from);
      const there = floorOf(to);
      return there.room !== here.room && there.floor >= here.floor;
    });
    expect(upwards.map(({ from, to }) => `${from} -> ${to}`)).toEqual([]);
  });

  test('no file reaches itself through its imports', () => {
    const next = new Map<string, string[]>();
    for (const { from, to, typeOnly } of imports) if (!typeOnly) next.set(from, [...(next.get(from) ?? []), to]);
    const circles: string[] = [];
    const done = new Set<string>();
    const visit = (file: string, way: readonly string[]): void => {
      if (way.includes(file)) circles.push([...way.slice(way.indexOf(file)), file].join(' -> '));
      if (done.has(file) || way.includes(file)) return;
      for (const other of next.get(file) ?? []) visit(other, [...way, file]);
      done.add(file);
    };
    for (const file of files) visit(file, []);
    expect(circles).toEqual([]);
  });

  test('the kernel imports nothing from outside, uses no host maths and no relaxed SIMD', () => {
    for (const file of sources('assembly')) {
      const text = readFileSync(join(root, file), 'utf8');
      expect(text, file).not.toMatch(/JSMath|relaxed_|from '\.\.\/\.\.\/src/);
    }
  });

  test('pure folders touch no page, clock or randomness', () => {
    for (const file of ['model', 'data', 'fit', 'predict', 'analysis', 'export', 'plot', 'lessons'].flatMap((name) =>
      sources(`src/${name}`),
    )) {
      const code = readFileSync(join(root, file), 'utf8').replace(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, '');
      expect(code, file).not.toMatch(
        /\b((?:document|window)\.|localStorage|fetch\(|Date\.now|new Date|performance\.now|Math\.random)\b/,
      );
    }
  });

  test('physics and fits use no function that engines may round differently', () => {
    for (const file of ['kernel', 'predict', 'analysis', 'fit'].flatMap((name) => sources(`src/${name}`))) {
      const code = readFileSync(join(root, file), 'utf8').replace(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, '');
      expect(code, file).not.toMatch(
        /Math\.(exp|expm1|log|log10|log2|log1p|pow|sin|cos|tan|atan|atan2|sinh|cosh|tanh|cbrt|hypot)\b|\*\*/,
      );
    }
  });
});
