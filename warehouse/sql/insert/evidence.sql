insert into core.evidence by name
select
    unnest($document_id::varchar[]) as document_id,
    unnest($position::integer[]) as position,
    unnest($subject_kind::varchar[]) as subject_kind,
    unnest($subject_id::varchar[]) as subject_id,
    unnest($field::varchar[]) as field,
    unnest($page::integer[]) as page,
    unnest($x0::double[]) as x0,
    unnest($top::double[]) as top,
    unnest($x1::double[]) as x1,
    unnest($bottom::double[]) as bottom,
    unnest($reader::varchar[]) as reader,
    unnest($raw::varchar[]) as raw;
