import { describe, expect, it } from 'vitest';
import { filesOnCommandLine, isProjectFile } from './command-line';

describe('the files of a command line', () => {
  it('are absolute, from the folder in which it was given', () => {
    expect(filesOnCommandLine(['/opt/postil', 'a.postil', '/b.txt'], '/home/anna', false)).toEqual([
      '/home/anna/a.postil',
      '/b.txt',
    ]);
  });

  it('stand after the application where Electron was given one', () => {
    const args = ['/opt/electron', '--no-sandbox', '/home/anna/postil', '--lang=en', 'a.postil'];
    expect(filesOnCommandLine(args, '/home/anna', true)).toEqual(['/home/anna/a.postil']);
  });

  it('are none where only switches are given', () => {
    expect(filesOnCommandLine(['/opt/postil', '--inspect'], '/home/anna', false)).toEqual([]);
  });
});

it('tells projects from files to import by their ending', () => {
  expect(['a.postil', 'B.POSTIL', 'a.txt', 'postil'].map(isProjectFile)).toEqual([true, true, false, false]);
});
