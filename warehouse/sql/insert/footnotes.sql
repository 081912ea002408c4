insert into core.footnotes by name
select
    unnest($document_id::varchar[]) as document_id,
    unnest($position::integer[]) as position,
    unnest($footnote::varchar[]) as footnote;
