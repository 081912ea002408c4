insert into core.subjects by name
select
    unnest($document_id::varchar[]) as document_id,
    unnest($kind::varchar[]) as kind,
    unnest($subject_id::varchar[]) as subject_id,
    unnest($position::integer[]) as position,
    unnest($refs::varchar[]) as refs,
    unnest($subject::varchar[]) as subject;
