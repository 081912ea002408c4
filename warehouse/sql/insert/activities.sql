insert into core.activities by name
select
    unnest($document_id::varchar[]) as document_id,
    unnest($activity_id::varchar[]) as activity_id,
    unnest($position::integer[]) as position,
    unnest($priority::varchar[]) as priority,
    unnest($refs::varchar[][]) as refs,
    unnest($texts::varchar[][]) as texts,
    unnest($plans::varchar[][]) as plans,
    unnest($pages::integer[][]) as pages;
