import { Label, Slider, SliderOutput, SliderThumb, SliderTrack } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { useSettings } from '../../stores/settings';
import { largestText, setTextSize, smallestText } from './text-size';
import './TextSize.css';

/** The size of the document's text, shown by some of it. */
export function TextSize() {
  const { t } = useTranslation('settings');
  const textSize = useSettings((settings) => settings.textSize);
  return (
    <Slider
      className="text-size"
      minValue={smallestText}
      maxValue={largestText}
      value={textSize}
      onChange={(size) => void setTextSize(typeof size === 'number' ? size : textSize)}
    >
      <Label className="field__label">{t('textSize')}</Label>
      <SliderOutput className="text-size__value figures">{t('pixels', { count: textSize })}</SliderOutput>
      <SliderTrack className="text-size__track">
        <SliderThumb className="text-size__thumb" />
      </SliderTrack>
      <p className="text-size__sample" style={{ fontSize: textSize }}>
        {t('sample')}
      </p>
    </Slider>
  );
}
