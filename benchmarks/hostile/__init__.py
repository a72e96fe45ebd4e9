"""Hostile files: what can an evidence library hold that hangs, swells or misleads a reader, and what happens then?"""
