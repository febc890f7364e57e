import { useTranslation } from 'react-i18next';
import type { LossExample } from '../../../core/exchange/losses';
import { Button } from '../../ui/Button';
import { goThere, wayTo } from './go-to-example';

const mostShown = 100;

interface LossExamplesProps {
  readonly examples: readonly LossExample[];
  /** How many there are, of which these are the first. */
  readonly count: number;
}

/** Which things are lost, each in its words, with the way to where it stands. */
export function LossExamples({ examples, count }: LossExamplesProps) {
  const { t } = useTranslation('exporting');
  const shown = examples.slice(0, mostShown);
  return (
    <ul className="losses__examples">
      {shown.map((example, index) => (
        <li key={index}>
          <Example example={example} />
        </li>
      ))}
      {count > shown.length && <li className="remark">{t('andMore', { count: count - shown.length })}</li>}
    </ul>
  );
}

function Example({ example }: { readonly example: LossExample }) {
  const { words, partName, document } = example;
  const way = wayTo(example);
  // What has no words of its own is known by its document.
  const told = (
    <>
      <span className="losses__words">{words || (document ?? example.record)}</span>{' '}
      {partName !== null && <span>{partName} </span>}
      {words !== '' && document !== null && (
        <span className="losses__document" title={document}>
          {document}
        </span>
      )}
    </>
  );
  if (!way) return <span className="losses__example">{told}</span>;
  return (
    <Button look="plain" onPress={() => goThere(way)}>
      {told}
    </Button>
  );
}
