import { parseDate, type CalendarDate } from '@internationalized/date';
import { CalendarDays, ChevronLeft, ChevronRight, X } from 'lucide-react';
import {
  Button as AriaButton,
  Calendar,
  CalendarCell,
  CalendarGrid,
  CalendarGridBody,
  CalendarGridHeader,
  CalendarHeaderCell,
  DateInput,
  DatePicker,
  DateSegment,
  Dialog,
  Group,
  Heading,
  Label,
  Popover,
} from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { IconButton } from './IconButton';
import './DayField.css';

interface DayFieldProps {
  readonly label: string;
  /** A day as ISO 8601 writes it, or null. */
  readonly value: string | null;
  readonly onChange: (day: string | null) => void;
}

/** A day, typed part by part in the order that the language has, or chosen from a calendar. */
export function DayField({ label, value, onChange }: DayFieldProps) {
  const { t } = useTranslation();
  return (
    <DatePicker
      className="day-field"
      value={value === null ? null : parseDate(value)}
      onChange={(day: CalendarDate | null) => onChange(day?.toString() ?? null)}
    >
      <Label className="field__label">{label}</Label>
      <Group className="day-field__box">
        <DateInput className="day-field__input">
          {(segment) => <DateSegment segment={segment} className="day-field__segment" />}
        </DateInput>
        {value !== null && (
          <IconButton icon={X} label={t('clearOf', { label })} slot={null} onPress={() => onChange(null)} />
        )}
        <AriaButton className="day-field__button">
          <CalendarDays size={14} strokeWidth={1.75} aria-hidden />
        </AriaButton>
      </Group>
      <Popover className="popover day-field__popover">
        <Dialog className="day-field__dialog">
          <MonthView />
        </Dialog>
      </Popover>
    </DatePicker>
  );
}

/** A month to choose a day from, in the popover of a field. */
function MonthView() {
  return (
    <Calendar className="month">
      <header className="month__header">
        <AriaButton slot="previous" className="month__turn">
          <ChevronLeft size={16} strokeWidth={1.75} aria-hidden />
        </AriaButton>
        <Heading className="month__title" />
        <AriaButton slot="next" className="month__turn">
          <ChevronRight size={16} strokeWidth={1.75} aria-hidden />
        </AriaButton>
      </header>
      <CalendarGrid className="month__grid">
        <CalendarGridHeader>
          {(day) => <CalendarHeaderCell className="month__weekday">{day}</CalendarHeaderCell>}
        </CalendarGridHeader>
        <CalendarGridBody>{(date) => <CalendarCell date={date} className="month__day" />}</CalendarGridBody>
      </CalendarGrid>
    </Calendar>
  );
}
