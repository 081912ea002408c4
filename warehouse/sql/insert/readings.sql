insert into core.readings by name
select
    unnest($document_id::varchar[]) as document_id,
    unnest($indicator_id::varchar[]) as indicator_id,
    unnest($position::integer[]) as position,
    unnest($series::varchar[]) as series,
    unnest($period::varchar[]) as period,
    unnest($raw::varchar[]) as raw,
    unnest($kind::varchar[]) as kind,
    unnest($value::double[]) as value,
    unnest($unit::varchar[]) as unit,
    unnest($qualifier::varchar[]) as qualifier,
    unnest($provisional::boolean[]) as provisional,
    unnest($status::varchar[]) as status;
