insert into core.legend by name
select
    unnest($document_id::varchar[]) as document_id,
    unnest($position::integer[]) as position,
    unnest($mark::varchar[]) as mark,
    unnest($label::varchar[]) as label,
    unnest($definition::varchar[]) as definition,
    unnest($status::varchar[]) as status;
