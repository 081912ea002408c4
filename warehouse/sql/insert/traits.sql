insert into core.traits by name
select
    unnest($document_id::varchar[]) as document_id,
    unnest($subject_id::varchar[]) as subject_id,
    unnest($field::varchar[]) as field,
    unnest($change::varchar[]) as change,
    unnest($printed::varchar[]) as printed,
    unnest($key::varchar[]) as key;
