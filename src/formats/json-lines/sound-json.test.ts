import { describe, expect, it } from 'vitest';
import { soundJson } from './sound-json';

describe('JSON with escapes of what no text can have', () => {
  it('has U+FFFD for each of them, so that every offset stays', () => {
    const { json, replaced } = soundJson(String.raw`{"text":"a\u0000b\ud83d c\uDE00\ud83d"}`);
    expect(JSON.parse(json)).toEqual({ text: 'a\ufffdb\ufffd c\ufffd\ufffd' });
    expect(replaced).toBe(4);
  });

  it('keeps pairs, escaped backslashes and everything else as they are', () => {
    const sound = String.raw`{"text":"\ud83d\ude00 \\u0000 \\\\ud83d \u0001 \"\n"}`;
    expect(soundJson(sound)).toEqual({ json: sound, replaced: 0 });
  });
});
