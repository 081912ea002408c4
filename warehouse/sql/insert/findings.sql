insert into core.findings by name
select
    unnest($document_id::varchar[]) as document_id,
    unnest($finding_id::varchar[]) as finding_id,
    unnest($position::integer[]) as position,
    unnest($origin::varchar[]) as origin,
    unnest($severity::varchar[]) as severity,
    unnest($code::varchar[]) as code,
    unnest($message::varchar[]) as message,
    unnest($page::integer[]) as page,
    unnest($subject_kind::varchar[]) as subject_kind,
    unnest($subject_id::varchar[]) as subject_id,
    unnest($field::varchar[]) as field;
