import css from './note-text.module.css';

/** A note with its lines, in the direction in which it was written. */
export function NoteText({ of }: { readonly of: string }) {
  return (
    <p className={css.note} dir="auto">
      {of}
    </p>
  );
}
