"""Skeletons of packs, plugins and working folders."""
