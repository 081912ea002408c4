insert into core.ledger by name
select
    unnest($document_id::varchar[]) as document_id,
    unnest($page::integer[]) as page,
    unnest($chars::integer[]) as chars,
    unnest($fields::integer[]) as fields,
    unnest($headers::integer[]) as headers,
    unnest($legend::integer[]) as legend,
    unnest($headings::integer[]) as headings,
    unnest($furniture::integer[]) as furniture,
    unnest($left_alone::integer[]) as left_alone,
    unnest($unplaced::integer[]) as unplaced,
    unnest($marks::integer[]) as marks,
    unnest($marks_placed::integer[]) as marks_placed;
