import type { CSSProperties } from 'react';
import { Label, RadioButton, RadioField, RadioGroup } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { paletteHues } from '../../../core/codebook/hues';

interface HueChoiceProps {
  readonly hue: number;
  readonly isReadOnly: boolean;
  readonly onChange: (hue: number) => void;
}

const isOffered = (hue: number): hue is (typeof paletteHues)[number] =>
  (paletteHues as readonly number[]).includes(hue);

/** Chooses a colour that stays apart from the others, for everyone. A colour from elsewhere stands beside them. */
export function HueChoice({ hue, isReadOnly, onChange }: HueChoiceProps) {
  const { t } = useTranslation('codebook');
  const hues: readonly number[] = isOffered(hue) ? paletteHues : [...paletteHues, hue];
  return (
    <RadioGroup
      className="hues"
      orientation="horizontal"
      value={String(hue)}
      isReadOnly={isReadOnly}
      onChange={(chosen) => onChange(Number(chosen))}
    >
      <Label className="field__label">{t('colour')}</Label>
      <div className="hues__row">
        {hues.map((one) => (
          <RadioField key={one} value={String(one)}>
            <RadioButton className="hues__hue" style={{ '--hue': one } as CSSProperties}>
              <span className="only-spoken">
                {isOffered(one) ? t(`hues.${one}`) : t('otherHue', { hue: one })}
              </span>
            </RadioButton>
          </RadioField>
        ))}
      </div>
    </RadioGroup>
  );
}
