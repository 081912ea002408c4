insert into core.priorities by name
select
    unnest($document_id::varchar[]) as document_id,
    unnest($position::integer[]) as position,
    unnest($number::varchar[]) as number,
    unnest($title::varchar[]) as title;
