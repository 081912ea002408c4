"""Rows whole: joined over page breaks, merged cells filled down, cells of each role as one record."""
